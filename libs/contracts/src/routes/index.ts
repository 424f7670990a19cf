import { accountRoutes } from './accounts.ts';
import { conversationRoutes } from './conversations.ts';
import { documentCommentRoutes } from './document-comments.ts';
import { documentHistoryRoutes } from './document-history.ts';
import { documentMentionRoutes } from './document-mentions.ts';
import { documentRoutes } from './documents.ts';
import { fileRoutes } from './files.ts';
import { groupRoutes } from './groups.ts';
import { meetingRoutes } from './meetings.ts';
import { messageActionRoutes } from './message-actions.ts';
import { messageRoutes } from './messages.ts';
import { personalRoutes } from './personal.ts';
import { threadRoutes } from './threads.ts';
import type { CallOf, InputOf, OutputOf } from './route.ts';

/** The public REST API, by operation id. */
export const ROUTES = {
  ...accountRoutes, ...conversationRoutes, ...messageRoutes, ...messageActionRoutes, ...threadRoutes, ...fileRoutes, ...personalRoutes, ...groupRoutes, ...meetingRoutes,
  ...documentRoutes, ...documentCommentRoutes, ...documentHistoryRoutes, ...documentMentionRoutes,
};
export type OperationId = keyof typeof ROUTES;
export type RouteInput<O extends OperationId> = InputOf<(typeof ROUTES)[O]>;
export type RouteCall<O extends OperationId> = CallOf<(typeof ROUTES)[O]>;
export type RouteOutput<O extends OperationId> = OutputOf<(typeof ROUTES)[O]>;
export type { RouteDefinition } from './route.ts';
