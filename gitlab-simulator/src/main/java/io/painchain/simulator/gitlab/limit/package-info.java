/**
 * GitLab's limits by the simulator's clock: one for all requests of a user, others for single endpoints.
 */
package io.painchain.simulator.gitlab.limit;
