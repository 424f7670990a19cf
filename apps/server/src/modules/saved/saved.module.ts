import { Module } from '@nestjs/common';
import { ChannelsModule } from '../channels/index.ts';
import { CreateSaved } from './create-saved.ts';
import { DeleteSaved } from './delete-saved.ts';
import { ListSaved } from './list-saved.ts';
import { Reminders } from './reminders.ts';
import { SavedItems } from './saved-items.ts';
import { SavedController } from './saved.controller.ts';
import { UpdateSaved } from './update-saved.ts';

@Module({
  imports: [ChannelsModule],
  controllers: [SavedController],
  providers: [CreateSaved, DeleteSaved, ListSaved, Reminders, SavedItems, UpdateSaved],
  exports: [SavedItems],
})
export class SavedModule {}
