// Runs before the first paint, so that a chosen theme does not flash. "auto" leaves it to the system.
(() => {
  let theme = 'auto';
  try {
    theme = localStorage.getItem('paperchat.theme') ?? 'auto';
  } catch {
    // Storage can be forbidden; the system's colours are fine.
  }

  document.documentElement.dataset.theme = theme === 'dark' || theme === 'light' ? theme : 'auto';
})();
