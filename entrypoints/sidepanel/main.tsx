import '@/assets/every-page.css';
import '@/components/entries/entries.css';
import '@/components/composer/composer.css';
import { mountComposer } from '@/components/composer/mount.tsx';

mountComposer('panel');
