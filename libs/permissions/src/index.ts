import { accountRules } from './accounts.ts';
import { conversationRules } from './conversations.ts';
import { documentRules } from './documents.ts';
import { fileRules } from './files.ts';
import { meetingRules } from './meetings.ts';
import { messageActionRules } from './message-actions.ts';
import { messageRules } from './messages.ts';
import { pollRules } from './polls.ts';

const RULES = { ...accountRules, ...conversationRules, ...fileRules, ...messageRules, ...messageActionRules, ...pollRules, ...meetingRules, ...documentRules };

/** Everything that is asked of a person's rights, as `<object>.<verb>`. */
export type Action = keyof typeof RULES;
export const ACTIONS = Object.keys(RULES) as Action[];

type Rule<A extends Action> = (typeof RULES)[A];
type ActorOf<A extends Action> = Parameters<Rule<A>>[0];
/** What a rule looks at besides the actor: nothing, or the object with the actor's place in it. */
type ResourceOf<A extends Action> = Parameters<Rule<A>> extends [unknown] ? [] : [resource: Parameters<Rule<A>>[1]];

/** `can(actor, 'channel.rename', place)`: pure, the same answer on the server and on the screen. */
export function can<A extends Action>(actor: ActorOf<A>, action: A, ...resource: ResourceOf<A>): boolean {
  const rule = RULES[action] as (actor: ActorOf<A>, ...rest: unknown[]) => boolean;
  return rule(actor, ...resource);
}

export type { AccountPlace, RoleChange } from './accounts.ts';
export { isAdmin, isGuest, type PermissionActor } from './actor.ts';
export type { ChannelPlace, GroupPlace, MemberPlace, TeamPlace } from './conversations.ts';
export type { DocumentPlace } from './documents.ts';
export type { FileResource } from './files.ts';
export type { MeetingPlace, MeetingSource, MeetingTarget } from './meetings.ts';
export type { HistoryResource } from './message-actions.ts';
export type { MessageResource, PostingResource, Standing } from './messages.ts';
