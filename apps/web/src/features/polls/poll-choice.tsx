import type { Poll } from '@parvis/contracts';
import { Tooltip } from '@parvis/ui';
import { useTranslation } from 'react-i18next';
import { useUsers } from '../../sync/index.ts';
import classes from './poll-card.module.css';

/** Names that a hint holds. */
const MOST_NAMES = 8;

interface PollChoiceProps {
  name: string;
  option: Poll['options'][number];
  multiple: boolean;
  /** People who voted at all: a bar is full when all of them chose this. */
  voters: number;
  mine: boolean;
  leading: boolean;
  disabled: boolean;
  onChoose: (on: boolean) => void;
}

export function PollChoice({ name, option, multiple, voters, mine, leading, disabled, onChoose }: PollChoiceProps) {
  const { t, i18n } = useTranslation('polls');
  const share = voters === 0 ? 0 : option.votes / voters;
  const people = useUsers(option.userIds.slice(0, MOST_NAMES));
  const names = people.flatMap((user) => (user ? [user.name] : []));
  const more = option.votes - names.length;
  const who = new Intl.ListFormat(i18n.language).format([...names, ...(names.length > 0 && more > 0 ? [t('others', { count: more })] : [])]);
  return (
    <label className={classes.option} data-mine={mine || undefined} data-leading={leading || undefined} data-disabled={disabled || undefined}>
      <span className={classes.bar} style={{ inlineSize: `${share * 100}%` }} aria-hidden />
      <input
        type={multiple ? 'checkbox' : 'radio'}
        name={name}
        checked={mine}
        disabled={disabled}
        aria-labelledby={`${name}-${option.id}-text`}
        aria-describedby={`${name}-${option.id}-votes`}
        onChange={(event) => onChoose(event.currentTarget.checked)}
      />
      <span id={`${name}-${option.id}-text`} className={classes.text} dir="auto">{option.text}</span>
      <Tooltip label={who} disabled={who === ''}>
        <span className={classes.votes}>
          <span id={`${name}-${option.id}-votes`} className="pv-visually-hidden">{[t('votes', { count: option.votes }), who].filter(Boolean).join(': ')}</span>
          <span aria-hidden>{option.votes}</span>
          <span aria-hidden className={classes.share}>{new Intl.NumberFormat(i18n.language, { style: 'percent' }).format(share)}</span>
        </span>
      </Tooltip>
    </label>
  );
}
