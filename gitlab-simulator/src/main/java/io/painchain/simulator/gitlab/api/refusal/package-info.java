/**
 * GitLab's words for what it refuses, where a fault asks for a refusal.
 */
package io.painchain.simulator.gitlab.api.refusal;
