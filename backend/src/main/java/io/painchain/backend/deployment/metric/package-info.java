/**
 * Figures of how changes get to users, by service and week: each with what it was made of and what was left out. Only reads.
 */
package io.painchain.backend.deployment.metric;
