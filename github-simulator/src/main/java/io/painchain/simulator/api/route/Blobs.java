package io.painchain.simulator.api.route;

import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import io.painchain.simulator.api.repository.RepositoryCall;
import io.painchain.simulator.http.EntityTags;
import io.painchain.simulator.http.HttpHandler;
import io.painchain.simulator.http.HttpRequest;
import io.painchain.simulator.http.HttpResponse;
import io.painchain.simulator.render.run.JobLog;
import io.painchain.simulator.world.World;
import io.painchain.simulator.world.repository.Repository;

/**
 * The storage that logs are read from: at another origin than the API where the simulator is reached by loopback, by an
 * address that is signed, valid for a minute and refused together with a token, as by the real one.
 */
public final class Blobs implements HttpHandler {

    public static final String PREFIX = "/_blob/";

    private static final Pattern PATH = Pattern.compile(PREFIX + "([0-9]{1,18})/([0-9]{1,18})");
    private static final int VALID_SECONDS = 60;

    private final World world;
    private final Clock clock;

    public Blobs(World world) {
        this.world = world;
        this.clock = world.clock();
    }

    static String address(RepositoryCall call, long job) {
        long end = call.repository().world().clock().instant().getEpochSecond() + VALID_SECONDS;
        String path = PREFIX + call.repository().id() + "/" + job;
        return otherOrigin(call.origin()) + path + "?se=" + end + "&sig=" + signature(path, end);
    }

    @Override
    public HttpResponse handle(HttpRequest request) {
        if (request.headers().get("Authorization") != null) {
            return refused(401, "InvalidAuthenticationInfo");
        }
        long end = request.query().number("se", 0);
        boolean signed = request.query().get("sig", "").equals(signature(request.path(), end));
        if (!signed || clock.instant().getEpochSecond() > end) {
            return refused(403, "AuthenticationFailed");
        }
        return log(request.path()).map(Blobs::text).orElseGet(() -> refused(404, "BlobNotFound"));
    }

    private Optional<String> log(String path) {
        Matcher parts = PATH.matcher(path);
        if (!parts.matches()) {
            return Optional.empty();
        }
        return world.find(Long.parseLong(parts.group(1)))
                .flatMap(repository -> repository.read(() -> log(repository, Long.parseLong(parts.group(2)))));
    }

    private static Optional<String> log(Repository repository, long job) {
        return Optional.ofNullable(CheckRoutes.find(repository.runs().newestFirst(), job))
                .map(found -> JobLog.of(found.run(), found.job()));
    }

    private static HttpResponse text(String log) {
        return HttpResponse.html(200, log).with("Content-Type", "text/plain");
    }

    private static HttpResponse refused(int status, String code) {
        return HttpResponse.html(status, "<?xml version=\"1.0\" encoding=\"utf-8\"?><Error><Code>" + code
                + "</Code></Error>").with("Content-Type", "application/xml");
    }

    private static String otherOrigin(String origin) {
        return origin.contains("//127.0.0.1:") ? origin.replace("//127.0.0.1:", "//localhost:")
                : origin.replace("//localhost:", "//127.0.0.1:");
    }

    private static String signature(String path, long end) {
        return EntityTags.digest("storage", (path + end).getBytes(StandardCharsets.UTF_8)).substring(0, 32);
    }
}
