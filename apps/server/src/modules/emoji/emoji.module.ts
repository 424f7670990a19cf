import { Module } from '@nestjs/common';
import { OrganisationModule } from '../organisation/index.ts';
import { CreateEmoji } from './create-emoji.ts';
import { DeleteEmoji } from './delete-emoji.ts';
import { EmojiController } from './emoji.controller.ts';
import { EmojiReader } from './emoji-reader.ts';

@Module({
  imports: [OrganisationModule],
  controllers: [EmojiController],
  providers: [CreateEmoji, DeleteEmoji, EmojiReader],
  exports: [EmojiReader],
})
export class EmojiModule {}
