package io.painchain.simulator.gitlab.graphql;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;

import graphql.schema.DataFetcher;
import graphql.schema.DataFetchingEnvironment;
import graphql.schema.idl.RuntimeWiring;
import io.painchain.simulator.gitlab.world.issue.Issue;
import io.painchain.simulator.gitlab.world.merge.MergeRequest;
import io.painchain.simulator.gitlab.world.pipeline.Pipeline;
import io.painchain.simulator.gitlab.world.project.Feature;
import io.painchain.simulator.gitlab.world.project.Project;
import io.painchain.simulator.gitlab.world.release.Release;

/** What the fields with arguments are read from. */
final class Fields {

    static final String SESSION = "session";

    private Fields() {
    }

    static RuntimeWiring.Builder wire(RuntimeWiring.Builder wiring) {
        return wiring.type("Query", type -> type.dataFetcher("projects", Fields::projects)
                .dataFetcher("project", Fields::project).dataFetcher("currentUser", Fields::currentUser)
                .dataFetcher("metadata", Fields::metadata).dataFetcher("queryComplexity", Fields::complexity))
                .type("Project", type -> type.dataFetcher("mergeRequests", of(Feature.MERGE_REQUESTS, Fields::mergeRequests))
                        .dataFetcher("issues", of(Feature.ISSUES, Fields::issues))
                        .dataFetcher("pipelines", of(Feature.BUILDS, Fields::pipelines))
                        .dataFetcher("releases", of(Feature.RELEASES, Fields::releases)))
                .type("MergeRequest", type -> type.dataFetcher("commits", Fields::commits)
                        .dataFetcher("notes", Fields::notes).dataFetcher("headPipeline", Fields::headPipeline))
                .type("Pipeline", type -> type.dataFetcher("jobs", Fields::jobs));
    }

    private static DataFetcher<Object> of(Feature feature, DataFetcher<Object> fetcher) {
        return field -> Fields.<Project> self(field).has(feature) ? fetcher.get(field) : null;
    }

    private static Object projects(DataFetchingEnvironment field) {
        List<String> ids = field.getArgument("ids");
        List<String> paths = field.getArgument("fullPaths");
        String search = field.getArgumentOrDefault("search", "").toLowerCase(Locale.ROOT);
        List<Project> found = session(field).projects().stream()
                .filter(one -> ids == null || ids.contains(Records.gid("Project", one.id())))
                .filter(one -> paths == null || paths.contains(one.path()))
                .filter(one -> one.path().toLowerCase(Locale.ROOT).contains(search))
                .sorted(Comparator.comparingLong(Project::id).reversed()).toList();
        return Connection.of(field, found, one -> Records.project(one, session(field).rendering()));
    }

    private static Object project(DataFetchingEnvironment field) {
        String path = field.getArgument("fullPath");
        return session(field).projects().stream().filter(one -> one.path().equals(path)).findFirst()
                .map(one -> Records.project(one, session(field).rendering())).orElse(null);
    }

    private static Object currentUser(DataFetchingEnvironment field) {
        return Records.user(session(field).world().basis().user(session(field).username()));
    }

    private static Object metadata(DataFetchingEnvironment field) {
        Session session = session(field);
        return Map.of("version", session.version(), "revision", "5a7c1ed3f2b", "enterprise", session.enterprise());
    }

    private static Object complexity(DataFetchingEnvironment field) {
        return Map.of("score", session(field).score(), "limit", session(field).limit());
    }

    private static Object mergeRequests(DataFetchingEnvironment field) {
        Project project = self(field);
        List<String> iids = field.getArgument("iids");
        String state = field.getArgument("state");
        List<MergeRequest> found = project.mergeRequests().all().stream()
                .filter(one -> iids == null || iids.contains("" + one.iid()))
                .filter(one -> state == null || state.equals("all") || state.equals(one.state())).toList();
        return Connection.of(field,
                sorted(field, within(field, found, MergeRequest::updatedAt), MergeRequest::createdAt, MergeRequest::updatedAt),
                one -> Records.mergeRequest(project, one, session(field).rendering()));
    }

    private static Object issues(DataFetchingEnvironment field) {
        Project project = self(field);
        List<String> iids = field.getArgument("iids");
        List<Issue> found = project.issues().all().stream().filter(one -> iids == null || iids.contains("" + one.iid()))
                .toList();
        return Connection.of(field,
                sorted(field, within(field, found, Issue::updatedAt), Issue::createdAt, Issue::updatedAt),
                Records::issue);
    }

    private static Object pipelines(DataFetchingEnvironment field) {
        Project project = self(field);
        List<String> ids = field.getArgument("ids");
        String ref = field.getArgument("ref");
        String sha = field.getArgument("sha");
        List<Pipeline> found = project.pipelines().all().stream()
                .filter(one -> ids == null ? one.parent() == null : ids.contains(Records.gid("Ci::Pipeline", one.id())))
                .filter(one -> ref == null || ref.equals(one.made().ref())).filter(one -> sha == null || sha.equals(one.sha()))
                .sorted(Comparator.comparingLong(Pipeline::id).reversed()).toList();
        return Connection.of(field, within(field, found, Pipeline::updatedAt), one -> Records.pipeline(project, one));
    }

    private static Object releases(DataFetchingEnvironment field) {
        Project project = self(field);
        return Connection.of(field, sorted(field, project.releases().all(), Release::createdAt, Release::releasedAt),
                Records::release);
    }

    private static Object commits(DataFetchingEnvironment field) {
        MergeRequest request = self(field);
        Project project = above(field);
        return Connection.of(field, request.commits(), sha -> Records.commit(project.repository().get(sha)));
    }

    private static Object notes(DataFetchingEnvironment field) {
        MergeRequest request = self(field);
        String filter = field.getArgumentOrDefault("filter", "ALL_NOTES");
        return Connection.of(field,
                request.notes().stream()
                        .filter(note -> filter.equals("ALL_NOTES") || note.system() == filter.equals("ONLY_ACTIVITY")).toList(),
                Records::note);
    }

    private static Object headPipeline(DataFetchingEnvironment field) {
        MergeRequest request = self(field);
        Project project = above(field);
        return project.pipelines().all().stream().filter(one -> one.sha().equals(request.sha()))
                .reduce((first, second) -> second).map(one -> Records.pipeline(project, one)).orElse(null);
    }

    private static Object jobs(DataFetchingEnvironment field) {
        Pipeline pipeline = self(field);
        Project project = above(field);
        List<String> statuses = field.getArgument("statuses");
        Boolean retried = field.getArgument("retried");
        return Connection.of(field, pipeline.jobs().stream().filter(job -> !job.made().bridge())
                .filter(job -> statuses == null || statuses.contains(job.status().toUpperCase(Locale.ROOT)))
                .filter(job -> retried == null || retried == job.retried()).toList(), job -> Records.job(project, job));
    }

    private static <T> List<T> within(DataFetchingEnvironment field, List<T> all, Function<T, Instant> moment) {
        Instant after = time(field.getArgument("updatedAfter"));
        Instant before = time(field.getArgument("updatedBefore"));
        return all.stream().filter(one -> after == null || !moment.apply(one).isBefore(after))
                .filter(one -> before == null || !moment.apply(one).isAfter(before)).toList();
    }

    private static <T> List<T> sorted(DataFetchingEnvironment field, List<T> all, Function<T, Instant> created,
            Function<T, Instant> otherwise) {
        String sort = field.getArgumentOrDefault("sort", "CREATED_DESC");
        Comparator<T> order = Comparator.comparing(sort.startsWith("CREATED") ? created : otherwise);
        return all.stream().sorted(sort.endsWith("ASC") ? order : order.reversed()).toList();
    }

    private static Instant time(String text) {
        return text == null ? null : OffsetDateTime.parse(text).toInstant();
    }

    private static Session session(DataFetchingEnvironment field) {
        return field.getGraphQlContext().get(SESSION);
    }

    @SuppressWarnings("unchecked")
    private static <T> T self(DataFetchingEnvironment field) {
        return (T) field.<Map<String, Object>> getSource().get(Records.SELF);
    }

    private static Project above(DataFetchingEnvironment field) {
        return (Project) field.<Map<String, Object>> getSource().get(Records.PROJECT);
    }
}
