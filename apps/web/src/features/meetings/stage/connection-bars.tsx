import { UnstyledButton } from '@mantine/core';
import { Popup } from '@parvis/ui';
import { useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useFormat } from '../../../i18n/index.ts';
import { useMeetingEngine, useMeetingView } from '../engine/index.ts';
import type { MeetingEngine } from '../engine/types.ts';
import classes from './connection-bars.module.css';
import { ownLevel, theirLevel } from './connection-level.ts';

/** While the numbers are open they are asked for this often, in milliseconds. */
const EVERY = 2_000;

interface ConnectionBarsProps {
  participantId: string;
  name: string;
  isMe: boolean;
  score: number | null;
  away: boolean;
}

/** How well somebody's media arrives here, or mine there; pressed, in numbers. */
export function ConnectionBars({ participantId, name, isMe, score, away }: ConnectionBarsProps) {
  const { t } = useTranslation('meetings');
  const [opened, setOpened] = useState(false);
  const own = useMeetingView(({ way, problem, quality }) => ({ way, unreachable: problem === 'media_unreachable', quality }));
  const level = isMe ? ownLevel(own) : theirLevel({ away, score, own });
  const lost = level === 0 || level === 'looking';
  const mine = isMe || own.way === 'looking' || own.unreachable;
  return (
    <Popup
      role="dialog" label={t('quality.title', { name })} opened={opened} onChange={setOpened} side="top" align="end" width={lost ? 280 : 230}
      anchor={(props) => (
        <UnstyledButton {...props} className={classes.bars} data-level={level} aria-label={t('quality.of', { name, level: t(`quality.level.${level}`) })}>
          <span /><span /><span />
        </UnstyledButton>
      )}
    >
      {lost ? <p className={classes.why}>{t(`quality.lost.${mine ? 'mine' : 'theirs'}`)}</p> : isMe ? <OwnNumbers /> : <TheirNumbers participantId={participantId} />}
    </Popup>
  );
}

function Numbers({ rows }: { rows: readonly (readonly [label: string, value: string | null])[] }) {
  const known = rows.filter(([, value]) => value !== null);
  const { t } = useTranslation('meetings');
  if (known.length === 0) return <p className={classes.none}>{t('quality.none')}</p>;
  return (
    <dl className={classes.numbers}>
      {known.map(([label, value]) => <div key={label}><dt>{label}</dt><dd>{value}</dd></div>)}
    </dl>
  );
}

/** Whole numbers above 10: no more is true of them. */
function useAmount() {
  const format = useFormat();
  return (value: number | null, unit: string) => (value === null ? null : `${format.number(value < 10 ? Math.round(value * 10) / 10 : Math.round(value))} ${unit}`);
}

function OwnNumbers() {
  const { t } = useTranslation('meetings');
  const amount = useAmount();
  const quality = useMeetingView((view) => view.quality);
  return (
    <Numbers
      rows={quality === null ? [] : [
        [t('quality.rtt'), amount(quality.rtt, 'ms')], [t('quality.jitter'), amount(quality.jitter, 'ms')], [t('quality.loss'), amount(quality.loss, '%')],
        [t('quality.send'), amount(quality.sendKbps, 'kbit/s')], [t('quality.receive'), amount(quality.receiveKbps, 'kbit/s')],
      ]}
    />
  );
}

type Received = Awaited<ReturnType<MeetingEngine['qualityOf']>>;

function TheirNumbers({ participantId }: { participantId: string }) {
  const { t } = useTranslation('meetings');
  const amount = useAmount();
  const engine = useMeetingEngine();
  const [received, setReceived] = useState<Received>(null);
  useEffect(() => {
    let gone = false;
    const ask = () => void engine.qualityOf(participantId).then((now) => { if (!gone) setReceived(now); });
    ask();
    const timer = setInterval(ask, EVERY);
    return () => {
      gone = true;
      clearInterval(timer);
    };
  }, [engine, participantId]);
  const picture = received?.width && received.height ? `${received.width} × ${received.height}` : null;
  return (
    <Numbers
      rows={received === null ? [] : [
        [t('quality.receive'), amount(received.kbps, 'kbit/s')], [t('quality.loss'), amount(received.loss, '%')],
        [t('quality.picture'), picture], [t('quality.fps'), amount(received.fps, t('quality.perSecond'))],
      ]}
    />
  );
}
