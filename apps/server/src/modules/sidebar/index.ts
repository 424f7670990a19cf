export { SidebarModule } from './sidebar.module.ts';
export { Sidebars } from './sidebars.ts';
