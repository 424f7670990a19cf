let asked = false;

/** Whoever puts in a block that asks for an address goes on in its field; nobody else is drawn there. */
export const askForAddress = (): void => {
  asked = true;
};

/** Whether the field that is shown now was asked for here. */
export function takeAsked(): boolean {
  const was = asked;
  asked = false;
  return was;
}
