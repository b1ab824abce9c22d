import { Heartbeat } from './heartbeat';

beforeEach(() => {
  jest.useFakeTimers();
});
afterEach(() => {
  jest.useRealTimers();
});

test('each member is called once a period, first after a whole one', () => {
  const heartbeat = new Heartbeat(1_500);
  let beats = 0;
  heartbeat.add(() => {
    beats += 1;
  });

  jest.advanceTimersByTime(1_399);
  expect(beats).toBe(0);
  jest.advanceTimersByTime(101);
  expect(beats).toBe(1);
  jest.advanceTimersByTime(3_000);
  expect(beats).toBe(3);
  heartbeat.stop();
});

test('members that come one after the other are not called in one moment', () => {
  const heartbeat = new Heartbeat(1_500);
  const at: number[] = [];
  const begun = Date.now();
  for (let n = 0; n < 15; n++) {
    heartbeat.add(() => at.push(Date.now() - begun));
    jest.advanceTimersByTime(100);
  }
  jest.advanceTimersByTime(1_400);

  expect(new Set(at).size).toBe(15);
  heartbeat.stop();
});

test('a member that has been taken out is not called again', () => {
  const heartbeat = new Heartbeat(1_500);
  let beats = 0;
  const takeOut = heartbeat.add(() => {
    beats += 1;
  });
  jest.advanceTimersByTime(1_500);
  takeOut();
  jest.advanceTimersByTime(6_000);

  expect(beats).toBe(1);
  heartbeat.stop();
});
