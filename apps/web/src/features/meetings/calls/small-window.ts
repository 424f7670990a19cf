import { create } from 'zustand';

/** https://wicg.github.io/document-picture-in-picture/: not in TypeScript's own types yet. */
interface DocumentPictureInPicture {
  requestWindow: (options: { width: number; height: number }) => Promise<Window>;
}
const documents = (): DocumentPictureInPicture | undefined => (window as { documentPictureInPicture?: DocumentPictureInPicture }).documentPictureInPicture;

/** The small window that stays above all other programs. */
export const useSmallWindowState = create<{ window: Window | null }>(() => ({ window: null }));

export const canFloat = (): boolean => documents() !== undefined || document.pictureInPictureEnabled;

export const closeSmallWindow = (): void => useSmallWindowState.getState().window?.close();

/** The page's own styles: the window is born without any. */
function takeStyles(into: Window): void {
  const { documentElement } = into.document;
  for (const { name, value } of document.documentElement.attributes) documentElement.setAttribute(name, value);
  for (const element of document.head.querySelectorAll('link[rel="stylesheet"], style')) {
    const copy = element.cloneNode(true) as HTMLElement;
    // A nonce is hidden from attributes once it was used.
    copy.nonce = (element as HTMLElement).nonce;
    into.document.head.append(copy);
  }
  into.document.body.style.margin = '0';
}

async function open(): Promise<void> {
  const pictures = documents();
  if (pictures === undefined) {
    // The largest picture, which the browser knows how to show by itself.
    const [video] = [...document.querySelectorAll('video')].sort((a, b) => b.clientWidth * b.clientHeight - a.clientWidth * a.clientHeight);
    await video?.requestPictureInPicture();
    return;
  }
  const small = await pictures.requestWindow({ width: 380, height: 260 });
  takeStyles(small);
  small.addEventListener('pagehide', () => useSmallWindowState.setState({ window: null }), { once: true });
  useSmallWindowState.setState({ window: small });
}

/** Refused by the browser, there is none: nothing is lost by it. */
export const openSmallWindow = (): void => void open().catch(() => undefined);
