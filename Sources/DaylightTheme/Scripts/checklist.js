// The checklist works without this. Here it only forgets, speaks and prints; it never counts (CHK-02, CHK-06).
(() => {
  'use strict';
  const form = document.querySelector('form[data-checklist]');
  if (!form) return;
  const status = document.querySelector('[data-checklist-status]');
  const quiet = 700; // milliseconds: a burst of ticks is one announcement (ACC-04)
  let timer = 0;

  function say(text) {
    clearTimeout(timer);
    if (status) status.textContent = text || '';
  }

  // Ticks go when the page goes, and again if the back/forward cache brings it back (CHK-08).
  function forget() {
    form.reset();
    say();
  }
  addEventListener('pagehide', forget);
  addEventListener('pageshow', (event) => { if (event.persisted) forget(); });

  form.addEventListener('change', () => {
    say();
    timer = setTimeout(() => {
      const isAnyTicked = form.querySelector('input:checked') !== null;
      say(status && (isAnyTicked ? status.dataset.ticked : status.dataset.cleared));
    }, quiet);
  });
  form.addEventListener('reset', () => say(status && status.dataset.cleared));

  // The page's title names the file and heads the paper: while printing it is a neutral one (SAF-22).
  const title = document.title;
  addEventListener('beforeprint', () => { document.title = form.dataset.printTitle || title; });
  addEventListener('afterprint', () => { document.title = title; });

  const print = document.querySelector('[data-print]');
  if (print) {
    print.hidden = false;
    print.addEventListener('click', () => window.print());
  }
})();
