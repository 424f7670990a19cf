export { ScheduledMessages } from './scheduled-messages.ts';
export { ScheduledMessagesModule } from './scheduled-messages.module.ts';
