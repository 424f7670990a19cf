import { IconMessageCircle, IconUsers, type Icon } from '@tabler/icons-react';

interface Section {
  id: 'chat' | 'teams';
  to: '/' | '/teams';
  icon: Icon;
}

export const SECTIONS: readonly Section[] = [
  { id: 'chat', to: '/', icon: IconMessageCircle },
  { id: 'teams', to: '/teams', icon: IconUsers },
];
