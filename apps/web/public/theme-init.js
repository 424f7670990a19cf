// Before the first paint, so that nothing flashes in the wrong scheme. A file of its own because the
// Content-Security-Policy allows no inline script.
(function () {
  var root = document.documentElement;
  try {
    var scheme = localStorage.getItem('parvis-color-scheme');
    var dark = scheme === 'dark' || (scheme !== 'light' && matchMedia('(prefers-color-scheme: dark)').matches);
    root.setAttribute('data-mantine-color-scheme', dark ? 'dark' : 'light');
    if (localStorage.getItem('parvis-density') === 'compact') root.setAttribute('data-density', 'compact');
    var language = localStorage.getItem('parvis-language') || navigator.language;
    root.lang = language && language.slice(0, 2) === 'fr' ? 'fr' : 'en';
  } catch (error) {
    // Storage is blocked: the defaults in index.html hold.
  }
})();
