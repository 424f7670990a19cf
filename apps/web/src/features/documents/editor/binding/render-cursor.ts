/** The cursor of somebody else, with their name. */
export function renderCursor(user: { name: string; color: string }): HTMLElement {
  const cursor = document.createElement('span');
  cursor.className = 'pv-doc-cursor';
  cursor.style.setProperty('--pv-cursor', /^#[\da-f]{6}$/iu.test(user.color) ? user.color : '#4b49cf');
  const label = document.createElement('span');
  label.className = 'pv-doc-cursor-name';
  label.textContent = user.name;
  // Without text beside it the browser puts its own cursor into the widget.
  cursor.append('\u2060', label, '\u2060');
  return cursor;
}
