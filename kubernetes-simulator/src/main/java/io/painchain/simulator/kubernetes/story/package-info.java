/** What people and tools do in a cluster: roll out, scale, configure, release, sync, run Jobs, drain nodes. */
package io.painchain.simulator.kubernetes.story;
