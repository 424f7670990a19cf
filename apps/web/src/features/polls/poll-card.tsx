import { Button } from '@mantine/core';
import { useToasts } from '@parvis/ui';
import { IconChartBar, IconEyeOff } from '@tabler/icons-react';
import { useId } from 'react';
import { useTranslation } from 'react-i18next';
import { useErrorText } from '../../app/use-error-text.ts';
import { useFormat } from '../../i18n/index.ts';
import { useOwnVote } from '../../sync/index.ts';
import { useRunning } from '../status/index.ts';
import classes from './poll-card.module.css';
import { PollChoice } from './poll-choice.tsx';
import type { PollMessage } from './poll-on-demand.tsx';
import { usePollRights } from './use-poll-rights.ts';

/** A question to choose answers to; the results are there while people vote. */
export function PollCard({ message }: { message: PollMessage }) {
  const { t } = useTranslation('polls');
  const format = useFormat();
  const toasts = useToasts();
  const errorText = useErrorText();
  const id = useId();
  const { poll } = message;
  const { chosen, vote, close } = useOwnVote(message);
  const rights = usePollRights(message);
  const beforeEnd = useRunning(poll.closesAt);
  const open = poll.closedAt === null && beforeEnd;
  const failed = (error: unknown) => toasts.show({ tone: 'error', message: errorText(error) });
  const choose = (optionIds: readonly number[]) => void vote(optionIds).catch(failed);
  const mayVote = open && rights.vote && chosen !== undefined;
  const most = Math.max(...poll.options.map(({ votes }) => votes));
  const ended = poll.closedAt ?? poll.closesAt;
  return (
    <section className={classes.card} aria-labelledby={`${id}-question`}>
      <div className={classes.head}>
        <IconChartBar size={20} aria-hidden className={classes.icon} />
        <h3 id={`${id}-question`} className={classes.question} dir="auto">{poll.question}</h3>
      </div>
      <div className={classes.kind}>
        {t(poll.multiple ? 'several' : 'one')}
        {poll.anonymous && <span className={classes.anonymous}><IconEyeOff size={14} aria-hidden /> {t('anonymous')}</span>}
      </div>
      <div role={poll.multiple ? 'group' : 'radiogroup'} aria-labelledby={`${id}-question`} className={classes.options}>
        {poll.options.map((option) => {
          const mine = chosen?.includes(option.id) ?? false;
          const others = poll.multiple ? (chosen ?? []).filter((other) => other !== option.id) : [];
          return (
            <PollChoice
              key={option.id}
              name={id}
              option={option}
              multiple={poll.multiple}
              voters={poll.voters}
              mine={mine}
              leading={!open && option.votes > 0 && option.votes === most}
              disabled={!mayVote}
              onChoose={(on) => choose(on ? [...others, option.id] : others)}
            />
          );
        })}
      </div>
      <div className={classes.foot}>
        <span>
          {t('voters', { count: poll.voters })}
          {' · '}
          {open ? (poll.closesAt === null ? t('open') : t('closes', { time: format.dateTime(poll.closesAt) })) : t('closed', { time: format.dateTime(ended!) })}
        </span>
        {mayVote && !poll.multiple && chosen.length > 0 && <Button size="compact-xs" variant="subtle" onClick={() => choose([])}>{t('takeBack')}</Button>}
        {open && rights.close && <Button size="compact-xs" variant="subtle" onClick={() => void close().catch(failed)}>{t('close')}</Button>}
      </div>
    </section>
  );
}
