import { useEffect, useRef, useState } from 'react';

const SPEEDS = [1, 1.25, 1.5, 2] as const;

/** What is playing: only one voice message at a time. */
let playingNow: HTMLAudioElement | null = null;

/** `duration` in milliseconds, as recorders' files often don't say theirs. */
export function usePlayback(duration: number) {
  const audio = useRef<HTMLAudioElement>(null);
  const [playing, setPlaying] = useState(false);
  const [position, setPosition] = useState(0);
  const [speed, setSpeed] = useState<number>(SPEEDS[0]);

  useEffect(() => {
    const element = audio.current;
    if (element === null) return;
    const stopping = new AbortController();
    const { signal } = stopping;
    const listen = (type: string, listener: () => void) => element.addEventListener(type, listener, { signal });
    listen('play', () => setPlaying(true));
    listen('pause', () => setPlaying(false));
    listen('timeupdate', () => setPosition(Math.min(duration, element.currentTime * 1_000)));
    listen('ended', () => {
      setPlaying(false);
      setPosition(0);
      element.currentTime = 0;
    });
    return () => {
      stopping.abort();
      element.pause();
    };
  }, [duration]);

  const toggle = () => {
    const element = audio.current;
    if (element === null) return;
    if (!element.paused) {
      element.pause();
      return;
    }
    if (playingNow !== element) playingNow?.pause();
    playingNow = element;
    element.playbackRate = speed;
    element.play().catch(() => setPlaying(false));
  };
  const seek = (to: number) => {
    setPosition(to);
    if (audio.current) audio.current.currentTime = to / 1_000;
  };
  const nextSpeed = () => {
    const next = SPEEDS[(SPEEDS.indexOf(speed as (typeof SPEEDS)[number]) + 1) % SPEEDS.length]!;
    setSpeed(next);
    if (audio.current) audio.current.playbackRate = next;
  };
  return { audio, playing, position, speed, toggle, seek, nextSpeed };
}
