/** When what happens in the cluster. Knows nothing of it. */
package io.painchain.simulator.kubernetes.schedule;
