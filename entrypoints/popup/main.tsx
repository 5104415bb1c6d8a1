// Nothing but imports: the page then names their files itself, and needs none of its own.
import '@/assets/every-page.css';
import '@/components/entries/entries.css';
import '@/components/composer/composer.css';
import '@/components/composer/mount.tsx';
