// What is drawn only once the composer has come to rest.
import { useEffect, useState } from 'preact/hooks';
import { settled } from './settled.ts';

export function useSettled(): boolean {
  const [isSettled, setSettled] = useState(false);
  useEffect(() => void settled.then(() => setSettled(true)), []);
  return isSettled;
}
