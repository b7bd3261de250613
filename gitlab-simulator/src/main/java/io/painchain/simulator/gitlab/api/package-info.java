/**
 * The API as its clients see it: identifies the token, keeps the limits, plays faults, answers, writes headers, counts.
 */
package io.painchain.simulator.gitlab.api;
