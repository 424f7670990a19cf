import { useState } from 'react';
import classes from './avatar.module.css';
import { colourIndex, initials } from './initials.ts';
import { PresenceDot, type PresenceState } from './presence-dot.tsx';

interface AvatarProps {
  /** Decides the colour: the person's or channel's id. */
  id: string;
  name: string;
  src?: string | null | undefined;
  /** In px; without it the density decides. */
  size?: number;
  presence?: PresenceState | undefined;
  /** Text for screen readers of the presence dot. */
  presenceLabel?: string;
  shape?: 'circle' | 'square';
}

/** Decorative: the name is always written beside it, or labels the control around it. */
export function Avatar({ id, name, src, size, presence, presenceLabel, shape = 'circle' }: AvatarProps) {
  const [failed, setFailed] = useState<string | null>(null);
  const showImage = src && failed !== src;
  return (
    <span className={classes.root} style={size ? { '--avatar-size': `${size}px` } as React.CSSProperties : undefined} data-shape={shape}>
      {showImage ? (
        <img className={classes.image} src={src} alt="" draggable={false} loading="lazy" onError={() => setFailed(src)} />
      ) : (
        // Drawn by the style sheet: as text they would be part of what the control around them is called.
        <span className={classes.initials} data-colour={colourIndex(id)} data-initials={initials(name)} aria-hidden />
      )}
      {presence && <PresenceDot presence={presence} label={presenceLabel} className={classes.presence} />}
    </span>
  );
}
