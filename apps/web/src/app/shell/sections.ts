import { IconFileText, IconMessageCircle, IconUsers, IconVideo, type Icon } from '@tabler/icons-react';

interface Section {
  id: 'chat' | 'teams' | 'docs' | 'meet';
  to: '/' | '/teams' | '/docs' | '/meet';
  icon: Icon;
}

export const SECTIONS: readonly Section[] = [
  { id: 'chat', to: '/', icon: IconMessageCircle },
  { id: 'teams', to: '/teams', icon: IconUsers },
  { id: 'docs', to: '/docs', icon: IconFileText },
  { id: 'meet', to: '/meet', icon: IconVideo },
];
