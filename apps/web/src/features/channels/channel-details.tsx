import { useTranslation } from 'react-i18next';
import { RightPane } from '../../app/shell/index.ts';
import type { ChannelEntry } from '../../sync/index.ts';
import { ChannelAbout } from './channel-about.tsx';
import classes from './channel-details.module.css';
import { ChannelLeave } from './channel-leave.tsx';
import { ChannelPeople } from './channel-people.tsx';
import { useChannelRights } from './use-channel-rights.ts';

interface ChannelDetailsProps {
  entry: ChannelEntry;
  onClose: () => void;
  /** I left it: there is nothing to look at any more. */
  onLeft: () => void;
}

/** The right pane of a conversation: what it is about, who is in it, and the ways out of it. */
export function ChannelDetails({ entry, onClose, onLeft }: ChannelDetailsProps) {
  const { t } = useTranslation('channels');
  const rights = useChannelRights(entry);
  return (
    <RightPane title={t('details.title')} onClose={onClose}>
      <div className={classes.root}>
        <ChannelAbout entry={entry} rights={rights} />
        <ChannelPeople entry={entry} rights={rights} />
        <ChannelLeave entry={entry} rights={rights} onLeft={onLeft} />
      </div>
    </RightPane>
  );
}
