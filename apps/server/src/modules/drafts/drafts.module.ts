import { Module } from '@nestjs/common';
import { ChannelsModule } from '../channels/index.ts';
import { Drafts } from './drafts.ts';
import { DraftsController } from './drafts.controller.ts';
import { SaveDraft } from './save-draft.ts';

@Module({ imports: [ChannelsModule], controllers: [DraftsController], providers: [Drafts, SaveDraft], exports: [Drafts] })
export class DraftsModule {}
