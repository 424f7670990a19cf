import { useEffect, useRef, useState } from 'react';
import { createPortal } from 'react-dom';
import { useTranslation } from 'react-i18next';
import { useMeetingEngine, useMeetingView } from '../engine/index.ts';
import { meetingStage } from '../stage/meeting-root.ts';
import classes from './announcer.module.css';
import { newsOf, type News } from './news-of.ts';

/** A line is seen for so long, in milliseconds. */
const SHOWN = 5_000;
/** Seen as well as heard; the rest the stage shows by itself. */
const SEEN: readonly News['what'][] = ['came', 'left', 'hand', 'recordingStarted', 'recordingStopped', 'recordingFailed', 'locked', 'unlocked', 'cohost', 'muted', 'cameraOff'];

interface Line extends News {
  readonly id: number;
}

/** Tells who came, left, raised a hand and what the meeting became: in a live region, and for eyes on the stage. */
export function Announcer() {
  const { t } = useTranslation('meetings');
  const engine = useMeetingEngine();
  const [lines, setLines] = useState<readonly Line[]>([]);
  const counted = useRef(0);
  const recordingFrom = useMeetingView((view) => view.meeting?.recording?.state === 'recording' && view.participants.length > 0);
  useEffect(() => {
    let before = engine.view();
    const timers = new Set<ReturnType<typeof setTimeout>>();
    const look = () => {
      const now = engine.view();
      const news = newsOf(before, now);
      before = now;
      if (news.length === 0) return;
      const added = news.map((item) => ({ ...item, id: (counted.current += 1) }));
      setLines((shown) => [...shown, ...added].slice(-4));
      const last = counted.current;
      timers.add(setTimeout(() => setLines((shown) => shown.filter(({ id }) => id > last)), SHOWN));
    };
    const unsubscribe = engine.subscribe(look);
    return () => {
      unsubscribe();
      for (const timer of timers) clearTimeout(timer);
    };
  }, [engine]);
  // Who comes later must know it too.
  useEffect(() => {
    if (recordingFrom) setLines((shown) => (shown.some(({ what }) => what === 'recordingStarted') ? shown : [...shown, { what: 'recordingStarted', name: '', id: (counted.current += 1) }]));
  }, [recordingFrom]);
  const stage = meetingStage();
  const seen = lines.filter(({ what }) => SEEN.includes(what)).slice(-3);
  return (
    <>
      <div role="log" aria-live="polite" aria-label={t('news.label')} className="pv-visually-hidden">
        {lines.map(({ id, what, name, emoji }) => <p key={id}>{t(`news.${what}`, { name, emoji })}</p>)}
      </div>
      {stage && createPortal(<div className={classes.region} aria-hidden>{seen.map(({ id, what, name }) => <p key={id} className={classes.line}>{t(`news.${what}`, { name })}</p>)}</div>, stage)}
    </>
  );
}
