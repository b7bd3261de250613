package io.painchain.simulator.kubernetes.day;

import java.time.Duration;

/** Plans something again and again, on average after so long. */
interface Planner {

    void every(Duration mean, Runnable action);
}
