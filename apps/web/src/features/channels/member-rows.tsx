import type { ChannelMember, ChannelRole } from '@parvis/contracts';
import { useRef } from 'react';
import { Virtualizer, type VirtualizerHandle } from 'virtua';
import classes from './member-list.module.css';
import { MemberRow, type MemberRights } from './member-row.tsx';
import { useScrollParent } from './use-scroll-parent.ts';

const CHANNEL_ROLES: readonly ChannelRole[] = ['owner', 'moderator', 'member'];
const TEAM_ROLES: readonly ChannelRole[] = ['owner', 'member'];
/** Rows before the last one at which the next page is asked for. */
const AHEAD = 15;
const ROW_PIXELS = 52;

interface MemberRowsProps {
  members: readonly ChannelMember[];
  ofTeam: boolean;
  rights: MemberRights;
  onChangeRole: (member: ChannelMember, role: ChannelRole) => void;
  onRemove: (member: ChannelMember, name: string) => void;
  /** The last ones come into sight. */
  onEnd: () => void;
}

/** Only the rows in sight are in the page, however many there are. */
export function MemberRows({ members, ofTeam, rights, onChangeRole, onRemove, onEnd }: MemberRowsProps) {
  const root = useRef<HTMLDivElement>(null);
  const list = useRef<VirtualizerHandle>(null);
  const { parent, above, ready } = useScrollParent(root);
  const lookAhead = () => {
    const { current } = list;
    if (current && current.findItemIndex(current.scrollOffset + current.viewportSize) >= members.length - AHEAD) onEnd();
  };
  return (
    <div ref={root} className={classes.rows}>
      {ready && (
        <Virtualizer ref={list} as="ul" item="li" scrollRef={parent} startMargin={above} itemSize={ROW_PIXELS} onScroll={lookAhead}>
          {members.map((member) => (
            <MemberRow
              key={member.userId}
              member={member}
              rights={rights}
              roles={ofTeam ? TEAM_ROLES : CHANNEL_ROLES}
              onChangeRole={onChangeRole}
              onRemove={onRemove}
            />
          ))}
        </Virtualizer>
      )}
    </div>
  );
}
