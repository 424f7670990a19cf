import { Module } from '@nestjs/common';
import { ChannelsModule } from '../channels/index.ts';
import { ListReceipts } from './list-receipts.ts';
import { ReceiptsController } from './receipts.controller.ts';

@Module({ imports: [ChannelsModule], controllers: [ReceiptsController], providers: [ListReceipts] })
export class ReceiptsModule {}
