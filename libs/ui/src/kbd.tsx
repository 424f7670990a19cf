import classes from './kbd.module.css';

const IS_MAC = typeof navigator !== 'undefined' && /Mac|iPhone|iPad/.test(navigator.platform);

interface KbdProps {
  /** `mod` is Ctrl, or Command on a Mac. */
  keys: readonly string[];
}

const shown = (key: string): string => {
  if (key === 'mod') return IS_MAC ? '⌘' : 'Ctrl';
  if (key === 'alt' && IS_MAC) return '⌥';
  if (key === 'shift') return IS_MAC ? '⇧' : 'Shift';
  return key === 'alt' ? 'Alt' : key;
};

export function Kbd({ keys }: KbdProps) {
  return (
    <span className={classes.group}>
      {keys.map((key) => <kbd className={classes.key} key={key}>{shown(key)}</kbd>)}
    </span>
  );
}
