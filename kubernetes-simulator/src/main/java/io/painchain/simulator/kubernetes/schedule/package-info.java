/** When what happens in the cluster. Depends on nothing. */
package io.painchain.simulator.kubernetes.schedule;
