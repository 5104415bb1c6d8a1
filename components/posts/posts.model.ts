// Everything about the posts that Buffer has: its lists, and what a person can do with them.
import { computed, type ReadonlySignal } from '@preact/signals';
import { Schedule } from '@/components/schedule/schedule.model.ts';
import { Arranger } from './arrange.model.ts';
import { PostDesk } from './desk.model.ts';
import { type ListPorts, Lists } from './lists.model.ts';
import { People, type PeopleState } from './people.model.ts';
import type { PostsState, View } from './shown-list.ts';

export class Posts {
  readonly lists: Lists;
  readonly desk: PostDesk;
  readonly arranger: Arranger;
  readonly people: People;
  readonly schedule: Schedule;

  constructor(state: ReadonlySignal<PostsState & PeopleState>, ports: ListPorts) {
    this.lists = new Lists(state, ports);
    this.desk = new PostDesk(this.lists, ports.send);
    this.arranger = new Arranger(this.lists, this.desk, ports);
    this.people = new People(state, this.lists, this.desk);
    const configuration = computed(() => state.value.configuration);
    this.schedule = new Schedule(configuration, this.lists, this.desk);
  }

  show(view: View): void {
    this.desk.tidy();
    void this.lists.show(view);
  }

  choose(channelId: string | null): void {
    this.desk.tidy();
    void this.lists.choose(channelId);
  }

  refresh(): void {
    this.desk.tidy();
    void this.lists.refresh();
  }
}
