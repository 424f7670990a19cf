import { Module } from '@nestjs/common';
import { ChannelsModule } from '../channels/index.ts';
import { SidebarController } from './sidebar.controller.ts';
import { Sidebars } from './sidebars.ts';
import { UpdateMembership } from './update-membership.ts';
import { UpdateSidebar } from './update-sidebar.ts';

@Module({ imports: [ChannelsModule], controllers: [SidebarController], providers: [Sidebars, UpdateMembership, UpdateSidebar], exports: [Sidebars] })
export class SidebarModule {}
