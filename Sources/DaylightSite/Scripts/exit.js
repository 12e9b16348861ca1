// Leaving the site at once. Nothing is stored, logged or sent; no new tab is opened (SAF-07, SAF-17).
(() => {
  'use strict';
  const pressesToLeave = 3;
  const patience = 5000; // milliseconds between two presses; each press starts it again (SAF-03)

  const exit = document.querySelector('a[data-exit]');
  const status = document.querySelector('[data-exit-status]');
  const dots = document.querySelector('[data-exit-dots]');
  if (!exit) return;

  // Kept in memory only: a page in the back/forward cache remembers that it was left (SAF-08).
  let left = false;

  // One task, before any network: forget the ticks, blank the page, its title and icon, then replace
  // this entry of the history (SAF-06, SAF-07).
  function leave() {
    left = true;
    for (const form of document.forms) form.reset();
    const notice = document.createElement('p');
    notice.setAttribute('role', 'alert');
    notice.textContent = status ? status.dataset.leaving : '';
    document.documentElement.className = 'left'; // Canvas and CanvasText in site.css
    document.body.replaceChildren(notice);
    document.title = '\u200B';
    for (const icon of document.querySelectorAll('link[rel~="icon"]')) icon.href = 'data:,';
    location.replace(exit.href);
  }

  addEventListener('pageshow', (event) => {
    if (event.persisted && left) location.replace(exit.href);
  });

  // With `history: single-entry`, reading on leaves one entry in the history, not a trail (SAF-09).
  const isSingleEntry = document.documentElement.dataset.history === 'single-entry';
  const withoutFragment = (address) => address.split('#')[0];
  const staysHere = (link) => link.origin === location.origin && !link.target
    && !link.hasAttribute('download')
    && !(link.hash && withoutFragment(link.href) === withoutFragment(location.href));

  // A plain click; with a modifier key the browser does what it always does.
  const isPlain = (event) => event.button === 0
    && !(event.ctrlKey || event.metaKey || event.shiftKey || event.altKey);

  addEventListener('click', (event) => {
    if (event.defaultPrevented || !isPlain(event)) return;
    const link = event.target.closest?.('a[href]');
    if (!link) return;
    if (link.hasAttribute('data-exit')) {
      event.preventDefault();
      leave();
    } else if (isSingleEntry && staysHere(link)) {
      event.preventDefault();
      location.replace(link.href);
    }
  });

  // Shift three times, pressed by itself; Shift with another key or the mouse does not count, and any
  // other key starts over (SAF-03). Progress is shown and announced (SAF-04).
  let presses = 0;
  let isAlone = false;
  let timer = 0;

  function show(count, text) {
    presses = count;
    if (dots) dots.dataset.exitDots = count || '';
    if (status) status.textContent = text || '';
    clearTimeout(timer);
  }

  function expire() {
    show(0, status && status.dataset.expired);
    timer = setTimeout(() => show(0), patience);
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
    const remaining = pressesToLeave - presses - 1;
    if (remaining === 0) return leave();
    show(presses + 1, status && (remaining === 1 ? status.dataset.oneMore : status.dataset.twoMore));
    timer = setTimeout(expire, patience);
  });
})();
