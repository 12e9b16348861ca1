// Keeps a page of the preview up to date. The server inserts it into pages when it serves them; the
// built site does not have it. It runs before all other scripts, so it sees the unmodified page.
(() => {
  'use strict';
  const own = '/_daylight/';
  const pause = 500; // milliseconds before connecting again
  const turn = 2000; // milliseconds in which other pages listen, where there are many
  const facts = document.currentScript.dataset;
  const page = facts.page;
  // The page about the site changes with every build.
  const isAboutSite = location.pathname.startsWith(own);
  let { digest } = facts;
  let revision = Number(facts.revision);

  // The page as it was served, without what scripts and readers have done to it since.
  let written = document.cloneNode(true);
  // The exit script has run by now. Its mark is not in the file, and an edit must not take it away.
  written.documentElement.removeAttribute('data-scripted');

  // ---- Listening for builds. A hidden page does not listen: browsers allow only a few connections
  // to a server, and it catches up when it is shown again.

  let source = null;
  let waiting = 0;
  let work = Promise.resolve();

  function listen() {
    clearTimeout(waiting);
    if (source || document.hidden) return;
    const known = new URLSearchParams({ path: location.pathname, digest, revision });
    source = new EventSource(own + 'events?' + known);
    source.addEventListener('update', (event) => {
      const update = JSON.parse(event.data);
      report.isMissing = false;
      report.isBuilding = update.building;
      work = work.then(() => receive(update)).catch((error) => console.error(error));
    });
    source.addEventListener('pause', () => {
      stopListening();
      waiting = setTimeout(listen, turn);
    });
    source.addEventListener('error', () => {
      stopListening();
      report.isMissing = true;
      waiting = setTimeout(listen, pause);
    });
  }

  function stopListening() {
    clearTimeout(waiting);
    if (source) source.close();
    source = null;
  }

  addEventListener('pagehide', stopListening);
  addEventListener('pageshow', listen);
  document.addEventListener('visibilitychange', () => {
    if (document.hidden) stopListening(); else listen();
  });

  // `changed` is null if there was too much to list.
  async function receive(update) {
    revision = update.revision;
    report.show(update.report);
    if (update.follow && !isAboutSite && update.follow !== location.pathname) {
      location.assign(update.follow);
      return;
    }
    const changed = update.changed && new Set(update.changed);
    const isChanged = (path) => !changed || changed.has(path);
    if (isAboutSite) {
      await refresh(isChanged);
      return;
    }
    if (changed && changed.size === 0) return;
    const scripts = [...document.querySelectorAll('script[src]')];
    if (changed && scripts.some((script) => isChanged(pathOf(script.src)))) {
      location.reload();
      return;
    }
    for (const image of document.images) {
      if (changed && isChanged(pathOf(image.src))) image.src = renewed(image.src);
    }
    if (isChanged(page) || isChanged(pathOf(location.href))) await refresh(isChanged);
    else renewSheets(isChanged);
  }

  // The path of a file of this server, from the root of the site.
  function pathOf(address) {
    const url = new URL(address, location.href);
    if (url.origin !== location.origin) return null;
    let path;
    try {
      path = decodeURIComponent(url.pathname.slice(1));
    } catch {
      return null;
    }
    return path === '' || path.endsWith('/') ? path + 'index.html' : path;
  }

  function renewed(address) {
    const url = new URL(address, location.href);
    url.searchParams.set('revision', revision);
    return url.href;
  }

  // ---- Updating the page.

  async function refresh(isChanged) {
    let text;
    try {
      text = await (await fetch(location.href, { cache: 'no-store' })).text();
    } catch {
      return; // The server is gone. It reports what is new when it is back.
    }
    const next = new DOMParser().parseFromString(text, 'text/html');
    const script = next.querySelector(`script[src="${own}preview.js"]`);
    if (!script || script.dataset.page !== page || scriptsOf(next) !== scriptsOf(written)) {
      location.reload();
      return;
    }
    try {
      const restore = remember();
      if (written.title !== next.title) document.title = next.title;
      patchSheets(next, isChanged);
      patchAttributes(document.documentElement, written.documentElement, next.documentElement);
      patch(document.body, written.body, next.body);
      restore();
    } catch {
      location.reload();
      return;
    }
    written = next;
    digest = script.dataset.digest;
    report.isDraft = 'draft' in script.dataset;
  }

  function scriptsOf(tree) {
    return [...tree.scripts]
      .filter((script) => !script.type || script.type === 'module')
      .filter((script) => script.getAttribute('src') !== own + 'preview.js')
      .map((script) => `${script.getAttribute('src')} ${script.text}`).join('\n');
  }

  const sheets = (tree) => [...tree.querySelectorAll('link[rel="stylesheet"]')];

  function renewSheets(isChanged) {
    for (const link of sheets(document)) {
      if (isChanged(pathOf(link.href))) replaceSheet(link, renewed(link.href));
    }
  }

  function patchSheets(next, isChanged) {
    const pathsOf = (tree) => new Set(sheets(tree).map((link) => pathOf(link.href)));
    const old = pathsOf(written);
    const wanted = pathsOf(next);
    // A sheet that the page no longer names may be gone.
    renewSheets((path) => wanted.has(path) && isChanged(path));
    const leaving = sheets(document).filter((link) => !wanted.has(pathOf(link.href)));
    for (const { href } of sheets(next).filter((link) => !old.has(pathOf(link.href)))) {
      const place = leaving.findIndex((link) => stemOf(link.href) === stemOf(href));
      if (place >= 0) {
        replaceSheet(leaving.splice(place, 1)[0], href);
      } else {
        const link = document.createElement('link');
        link.rel = 'stylesheet';
        link.href = href;
        document.head.append(link);
      }
    }
    for (const link of leaving) link.remove();
  }

  // `/assets/site.4f2ab1.css` and `/assets/site.css` are both `site`.
  const stemOf = (address) => new URL(address).pathname.split('/').pop().split('.')[0];

  // The old style stays until the new one has loaded, so that the page is never unstyled.
  function replaceSheet(link, address) {
    const fresh = link.cloneNode();
    for (const event of ['load', 'error']) fresh.addEventListener(event, () => link.remove());
    fresh.href = address;
    link.after(fresh);
  }

  // What did not change in the source is left alone, with everything a reader has done to it:
  // ticks, open details, the scroll position, and what other scripts refer to.
  function patch(live, old, next) {
    if (old.isEqualNode(next)) return;
    if (live.nodeType === Node.ELEMENT_NODE) {
      patchAttributes(live, old, next);
      patchChildren(live, old, next);
    } else {
      live.nodeValue = next.nodeValue;
    }
  }

  function patchAttributes(live, old, next) {
    for (const { name } of old.attributes) {
      if (!next.hasAttribute(name)) live.removeAttribute(name);
    }
    for (const { name, value } of next.attributes) {
      if (old.getAttribute(name) !== value) live.setAttribute(name, value);
    }
  }

  function patchChildren(live, old, next) {
    const lives = [...live.childNodes];
    const olds = [...old.childNodes];
    const observed = [...next.childNodes];
    const isAsWritten = lives.length === olds.length
      && lives.every((node, index) => node.nodeName === olds[index].nodeName);
    if (!isAsWritten) {
      live.replaceChildren(...observed.map((node) => document.importNode(node, true)));
      return;
    }
    const kept = match(olds, observed);
    const used = new Set(kept);
    lives.forEach((node, index) => { if (!used.has(index)) node.remove(); });
    let following = null;
    for (let index = observed.length - 1; index >= 0; index -= 1) {
      const place = kept[index];
      if (place >= 0) {
        patch(lives[place], olds[place], observed[index]);
        following = lives[place];
      } else {
        following = live.insertBefore(document.importNode(observed[index], true), following);
      }
    }
  }

  // For each new node the index of the old one that it replaces, or -1: equal ones first, then
  // between those the ones of the same kind, in order.
  function match(olds, observed) {
    const kept = equal(olds, observed);
    const isSameKind = (a, b) => a.nodeName === b.nodeName && a.id === b.id;
    let from = 0;
    for (let index = 0; index < observed.length; index += 1) {
      if (kept[index] < 0) {
        const limit = kept.slice(index).find((place) => place >= 0) ?? olds.length;
        const place = olds.slice(from, limit).findIndex((old) => isSameKind(old, observed[index]));
        if (place >= 0) kept[index] = from + place;
      }
      if (kept[index] >= 0) from = kept[index] + 1;
    }
    return kept;
  }

  // The longest common subsequence of equal nodes. Equal nodes at both ends, usually almost all of
  // them, cost nothing.
  function equal(olds, observed) {
    const kept = observed.map(() => -1);
    let start = 0;
    let oldEnd = olds.length;
    let newEnd = observed.length;
    while (start < oldEnd && start < newEnd && olds[start].isEqualNode(observed[start])) {
      kept[start] = start;
      start += 1;
    }
    while (oldEnd > start && newEnd > start && olds[oldEnd - 1].isEqualNode(observed[newEnd - 1])) {
      oldEnd -= 1;
      newEnd -= 1;
      kept[newEnd] = oldEnd;
    }
    const height = oldEnd - start;
    const width = newEnd - start;
    if (height === 0 || width === 0 || height * width > 250000) return kept;
    const isEqual = (i, j) => olds[start + i].isEqualNode(observed[start + j]);
    const lengths = Array.from({ length: height + 1 }, () => new Uint32Array(width + 1));
    for (let i = height - 1; i >= 0; i -= 1) {
      for (let j = width - 1; j >= 0; j -= 1) {
        lengths[i][j] = isEqual(i, j)
          ? lengths[i + 1][j + 1] + 1 : Math.max(lengths[i + 1][j], lengths[i][j + 1]);
      }
    }
    for (let i = 0, j = 0; i < height && j < width;) {
      if (isEqual(i, j)) {
        kept[start + j] = start + i;
        i += 1;
        j += 1;
      } else if (lengths[i + 1][j] >= lengths[i][j + 1]) {
        i += 1;
      } else {
        j += 1;
      }
    }
    return kept;
  }

  // Elements that moved within the page were recreated: restore their ticks and the focus.
  function remember() {
    const focused = document.activeElement;
    const states = [...document.querySelectorAll('input[id], details[id]')].map((element) => (
      { element, id: element.id, checked: element.checked, open: element.open }));
    return () => {
      for (const { element, id, checked, open } of states) {
        const now = document.getElementById(id);
        if (!now || now === element) continue;
        if (now.localName === 'input') now.checked = checked;
        if (now.localName === 'details') now.open = open;
      }
      if (focused && focused.id && !focused.isConnected) {
        document.getElementById(focused.id)?.focus({ preventScroll: true });
      }
    };
  }

  // ---- Findings, shown over the page: the errors of a failed build, or a small badge for
  // warnings. They are in a shadow tree, out of reach of the site's style. All text is set as text.

  const report = (() => {
    const host = document.createElement('daylight-preview');
    const root = host.attachShadow({ mode: 'open' });
    let current = { errors: 0, warnings: 0, items: [] };
    let shown = '';
    let isMissing = false;
    // The rest of the site is being built, and the findings are those of before.
    let isBuilding = false;
    let patience = 0;

    function make(name, className, text) {
      const element = document.createElement(name);
      if (className) element.className = className;
      if (text) element.textContent = text;
      return element;
    }

    const style = make('link');
    style.rel = 'stylesheet';
    style.href = own + 'preview.css';
    const ribbon = make('p', 'ribbon', 'Draft');
    ribbon.hidden = !('draft' in facts);
    const badge = make('button', 'badge');
    badge.type = 'button';
    badge.hidden = true;
    const dialog = make('dialog', 'report');
    const title = make('h2');
    title.id = 'title';
    dialog.setAttribute('aria-labelledby', title.id);
    const closing = make('button', 'close', 'Close');
    closing.type = 'button';
    const list = make('ol');
    dialog.append(title, closing, list);
    root.append(style, ribbon, badge, dialog);
    document.documentElement.append(host);

    badge.addEventListener('click', () => { if (current.items.length) dialog.showModal(); });
    closing.addEventListener('click', () => dialog.close());

    const count = (number, word) => `${number} ${word}${number === 1 ? '' : 's'}`;

    function summary() {
      const parts = [];
      if (current.errors) parts.push(count(current.errors, 'error'));
      if (current.warnings) parts.push(count(current.warnings, 'warning'));
      return parts.join(', ');
    }

    function place({ name, address, line, before, marked, after }) {
      const block = make('div', 'place');
      const link = make('a', '', name);
      link.href = address;
      block.append(link);
      if (before !== undefined) {
        const excerpt = make('pre');
        excerpt.append(
          make('span', 'line', String(line)), before, make('mark', '', marked), after);
        block.append(excerpt);
      }
      return block;
    }

    function finding({ severity, rule, message, help, place: where, notes }) {
      const item = make('li', severity);
      const heading = make('p', 'message');
      heading.append(make('strong', '', severity), ' ', message, ' ', make('code', '', rule));
      item.append(heading);
      if (where) item.append(place(where));
      if (help) item.append(make('p', 'help', help));
      for (const note of notes) {
        item.append(make('p', 'note', note.message));
        if (note.place) item.append(place(note.place));
      }
      return item;
    }

    function draw() {
      const words = isBuilding ? 'Building the other pages' : summary();
      badge.textContent = isMissing ? 'The preview is not running' : words;
      badge.className = isMissing ? 'badge lost' : current.errors ? 'badge error' : 'badge';
      badge.hidden = !isMissing && words === '';
      dialog.className = current.errors ? 'report error' : 'report';
    }

    return {
      // Opened once for each new set of errors; closed when there are none.
      show(found) {
        const text = JSON.stringify(found);
        if (text === shown) return;
        shown = text;
        const hadErrors = current.errors > 0;
        current = found;
        title.textContent = summary();
        list.replaceChildren(...found.items.map(finding));
        const listed = found.items.filter((item) => item.severity !== 'note').length;
        const more = found.errors + found.warnings - listed;
        if (more > 0) list.append(make('li', 'more', `and ${more} more`));
        draw();
        if (found.errors && !dialog.open) dialog.showModal();
        if (dialog.open && !found.errors && (hadErrors || !found.warnings)) dialog.close();
      },
      set isMissing(value) {
        isMissing = value;
        draw();
      },
      // Said only where it takes a while.
      set isBuilding(value) {
        clearTimeout(patience);
        patience = setTimeout(() => {
          isBuilding = value;
          draw();
        }, value ? 300 : 0);
      },
      set isDraft(value) { ribbon.hidden = !value; },
    };
  })();

  listen();
})();
