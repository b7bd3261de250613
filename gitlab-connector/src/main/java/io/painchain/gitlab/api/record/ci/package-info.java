/** Pipelines, jobs and deployments as GitLab tells of them. */
package io.painchain.gitlab.api.record.ci;
