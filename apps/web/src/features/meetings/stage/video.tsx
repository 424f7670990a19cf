import { useEffect, useRef, useState, type SyntheticEvent } from 'react';
import classes from './tile.module.css';

interface VideoProps {
  track: MediaStreamTrack;
  /** As in a mirror: oneself. */
  mirrored?: boolean;
  /** All of it, with bars; else it fills its space. */
  whole?: boolean;
}

/** A picture without sound: the engine plays that. */
export function Video({ track, mirrored = false, whole = false }: VideoProps) {
  const element = useRef<HTMLVideoElement>(null);
  /** Null: there is nothing to see yet. */
  const [shape, setShape] = useState<'wide' | 'upright' | null>(null);
  useEffect(() => {
    const video = element.current;
    if (!video) return;
    video.srcObject = new MediaStream([track]);
    return () => {
      video.srcObject = null;
      setShape(null);
    };
  }, [track]);
  const measure = ({ currentTarget: { videoWidth, videoHeight } }: SyntheticEvent<HTMLVideoElement>) => setShape(videoHeight > videoWidth ? 'upright' : 'wide');
  return (
    <video
      ref={element} className={classes.video} data-mirrored={mirrored || undefined} data-whole={whole || undefined} data-shape={shape ?? undefined}
      autoPlay muted playsInline tabIndex={-1} aria-hidden onLoadedData={measure} onResize={measure}
    />
  );
}
