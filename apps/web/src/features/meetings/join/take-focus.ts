/** For the heading of a page that took the place of what had the focus: it is read, and the next Tab goes on from there. */
export const takeFocus = (element: HTMLElement | null): void => element?.focus({ preventScroll: true });
