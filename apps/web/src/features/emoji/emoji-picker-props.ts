export interface EmojiPickerProps {
  label: string;
  opened: boolean;
  onChange: (opened: boolean) => void;
  /** Gets the emoji's key; the picker closes. */
  onPick: (emoji: string) => void;
}
