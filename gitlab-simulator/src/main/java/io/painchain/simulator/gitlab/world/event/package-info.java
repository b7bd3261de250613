/**
 * The feed of a project: what GitLab writes down of what happened, when it shows, and the project's last activity.
 * Knows neither HTTP nor JSON.
 */
package io.painchain.simulator.gitlab.world.event;
