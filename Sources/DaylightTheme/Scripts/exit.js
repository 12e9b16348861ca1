// Leaving the site at once. Nothing is stored, logged or sent; no new tab is opened (SAF-07, SAF-17).
// Runs before the page is shown: a way out that can be seen works.
(() => {
  'use strict';
  const page = document.documentElement;
  // The styles now show what needs scripts.
  page.dataset.scripted = '';

  const find = (selector) => document.querySelector(selector);
  // SVG has baseVal.
  const addressOf = (link) => new URL(link.href.baseVal ?? link.href, location);

  // The page for wrong addresses names files from the root of the host, and holds this script. Opened as
  // a file it finds them beside it (SAF-23).
  const root = document.currentScript?.dataset.root;
  if (root && location.protocol === 'file:') {
    addEventListener('DOMContentLoaded', () => {
      for (const name of ['href', 'src']) {
        for (const each of document.querySelectorAll(`[${name}^="${root}"]`)) {
          each.setAttribute(name, './' + each.getAttribute(name).slice(root.length));
        }
      }
    });
  }

  // In memory only: a page that the back/forward cache brings back knows that it was left (SAF-08).
  let destination;

  // One task, before any network: forget the ticks, blank the page, its title and icon, then replace
  // this entry of the history (SAF-06, SAF-07). Whatever fails, the page is left.
  function leave() {
    try {
      if (!destination) {
        destination = addressOf(find('a[data-exit]'));
        // Or what is still loading would show.
        stop();
        for (const form of document.forms) form.reset();
        const notice = document.createElement('p');
        notice.setAttribute('role', 'alert');
        notice.textContent = find('[data-exit-status]')?.dataset.leaving;
        page.className = 'left';
        document.body.replaceChildren(notice);
        document.title = '\u200B';
        for (const icon of document.querySelectorAll('link[rel~="icon"]')) icon.href = 'data:,';
      }
    } finally {
      location.replace(destination);
    }
  }

  // A page that comes back without an entry of this site that was next to it was left from there:
  // only the exit can have taken its place (SAF-08). Pages opened as files have no such list.
  const list = window.origin !== 'null' && window.navigation;
  const hadBefore = list && list.canGoBack;
  let hadAfter = false;

  addEventListener('pageshow', (event) => {
    const isMissing = hadBefore && !list.canGoBack || hadAfter && !list.canGoForward;
    if (event.persisted && (destination || isMissing)) return leave();
    hadAfter = list && list.canGoForward;
  });

  // A link within the page, and unless `history: normal` any of the site, replaces the entry: the one
  // that leaving replaces (SAF-07, SAF-09).
  const pathOf = (address) => address.pathname.replace(/index\.html$/, '');

  function follow(event) {
    const link = event.button < 2 && event.target.closest?.('a[*|href], area[href]');
    if (!link) return;
    // By any key, the middle button or a drag.
    if (link.hasAttribute('data-exit')) {
      event.preventDefault();
      return leave();
    }
    // With a modifier key the browser does what it does.
    if (event.type !== 'click' || event.ctrlKey || event.metaKey || event.shiftKey || event.altKey
      || link.hasAttribute('download')) return;
    const address = addressOf(link);
    const isOurs = address.protocol === location.protocol && address.host === location.host;
    const isHere = isOurs && pathOf(address) === pathOf(location);
    hadAfter = list && isOurs;
    if (isHere || isOurs && page.dataset.history !== 'normal') {
      event.preventDefault();
      location.replace(isHere && address.hash || address);
    }
  }
  for (const type of ['click', 'auxclick', 'dragstart']) addEventListener(type, follow);

  // Shift three times, pressed by itself; Shift with another key or the mouse does not count, and any
  // other key starts over (SAF-03). Progress is shown and announced (SAF-04).
  // In milliseconds, between two presses.
  const patience = 5000;
  let presses = 0;
  let isAlone = false;
  let timer = 0;

  function show(count, text) {
    clearTimeout(timer);
    presses = count;
    const status = find('[data-exit-status]');
    const dots = find('[data-exit-dots]');
    if (dots) dots.dataset.exitDots = count || '';
    if (status) status.textContent = status.dataset[text] || '';
    if (text) timer = setTimeout(show, patience, 0, count && 'expired');
  }

  addEventListener('keydown', (event) => {
    if (event.key === 'Shift') {
      if (!event.repeat) isAlone = !(event.ctrlKey || event.metaKey || event.altKey);
      return;
    }
    isAlone = false;
    if (presses) show(0);
  });
  addEventListener('pointerdown', () => { isAlone = false; });

  addEventListener('keyup', (event) => {
    if (event.key !== 'Shift' || !isAlone) return;
    isAlone = false;
    if (presses === 2) return leave();
    show(presses + 1, presses ? 'oneMore' : 'twoMore');
  });
})();
