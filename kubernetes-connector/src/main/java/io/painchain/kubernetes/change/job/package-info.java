/** Jobs, and streaks of failures of CronJobs. */
package io.painchain.kubernetes.change.job;
