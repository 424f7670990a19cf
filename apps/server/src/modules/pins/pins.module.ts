import { Module } from '@nestjs/common';
import { ChannelsModule } from '../channels/index.ts';
import { ListPins } from './list-pins.ts';
import { PinMessage } from './pin-message.ts';
import { PinsController } from './pins.controller.ts';

@Module({ imports: [ChannelsModule], controllers: [PinsController], providers: [PinMessage, ListPins] })
export class PinsModule {}
