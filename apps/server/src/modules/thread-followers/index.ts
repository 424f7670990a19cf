export { advanceThreadCursor, readAllThreads, readThreadsWithChannel, tellThreads } from './read-threads.ts';
export { type NewFollower, startFollowing } from './start-following.ts';
export { readThreadSummaries } from './thread-summaries.ts';
