import { IconMessageCircle, IconUsers, IconVideo, type Icon } from '@tabler/icons-react';

interface Section {
  id: 'chat' | 'teams' | 'meet';
  to: '/' | '/teams' | '/meet';
  icon: Icon;
}

export const SECTIONS: readonly Section[] = [
  { id: 'chat', to: '/', icon: IconMessageCircle },
  { id: 'teams', to: '/teams', icon: IconUsers },
  { id: 'meet', to: '/meet', icon: IconVideo },
];
