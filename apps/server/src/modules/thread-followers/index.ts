export { type NewFollower, startFollowing } from './start-following.ts';
export { readThreadSummaries } from './thread-summaries.ts';
