import { Tabs } from '@mantine/core';
import { Suspense, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { RightPane } from '../../app/shell/index.ts';
import { useIsPhone } from '../../app/use-is-phone.ts';
import type { ChannelEntry } from '../../sync/index.ts';
import { ChannelDocuments } from '../documents/index.ts';
import { ChannelFiles } from '../files/index.ts';
import { PinnedMessages } from '../pins/index.ts';
import { ChannelAbout } from './channel-about.tsx';
import classes from './channel-details.module.css';
import { ChannelLeave } from './channel-leave.tsx';
import { ChannelPeople } from './channel-people.tsx';
import { ChannelSettings } from './channel-settings.tsx';
import { type DetailsTab, detailsTabs } from './details-tabs.ts';
import { useChannelRights } from './use-channel-rights.ts';

interface ChannelDetailsProps {
  entry: ChannelEntry;
  /** Opened to add people. */
  adding: boolean;
  onClose: () => void;
  /** I left it: there is nothing to look at any more. */
  onLeft: () => void;
}

/** The right pane of a conversation: what it is about, who and what is in it, how it is set, and the ways out of it. */
export function ChannelDetails({ entry, adding, onClose, onLeft }: ChannelDetailsProps) {
  const { t } = useTranslation('channels');
  const rights = useChannelRights(entry);
  // There the message is behind these details.
  const isPhone = useIsPhone();
  const tabs = detailsTabs(entry.channel.kind);
  const [tab, setTab] = useState<DetailsTab>(adding ? 'members' : (tabs[0] ?? 'members'));
  const shown: Record<DetailsTab, () => React.ReactNode> = {
    about: () => <><ChannelAbout entry={entry} rights={rights} /><ChannelLeave entry={entry} rights={rights} onLeft={onLeft} /></>,
    members: () => <ChannelPeople entry={entry} rights={rights} adding={adding} />,
    pins: () => <Suspense fallback={null}><PinnedMessages entry={entry} onOpen={isPhone ? onClose : undefined} /></Suspense>,
    files: () => <Suspense fallback={null}><ChannelFiles channelId={entry.channel.id} /></Suspense>,
    documents: () => <Suspense fallback={null}><ChannelDocuments channelId={entry.channel.id} /></Suspense>,
    settings: () => <ChannelSettings entry={entry} rights={rights} />,
  };
  return (
    <RightPane title={t('details.title')} onClose={onClose}>
      <Tabs className={classes.tabs} value={tab} onChange={(value) => setTab(tabs.find((name) => name === value) ?? tab)} keepMounted={false}>
        <Tabs.List className={classes.tabList} grow>
          {tabs.map((name) => <Tabs.Tab key={name} value={name}>{t(`details.tab.${name}`)}</Tabs.Tab>)}
        </Tabs.List>
        {tabs.map((name) => <Tabs.Panel key={name} value={name} className={classes.root}>{shown[name]()}</Tabs.Panel>)}
      </Tabs>
    </RightPane>
  );
}
