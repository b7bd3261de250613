package io.painchain.simulator.gitlab.world;

import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

import io.painchain.simulator.gitlab.world.base.Basis;
import io.painchain.simulator.gitlab.world.base.Numbered;
import io.painchain.simulator.gitlab.world.project.Project;
import io.painchain.simulator.world.change.By;
import io.painchain.simulator.world.change.ImpossibleChangeException;
import io.painchain.simulator.world.change.UnknownThingException;

/** The projects of a server. */
public final class World {

    private final Clock clock;
    private final Basis basis;
    private final List<Project> projects = new ArrayList<>();

    public World(Clock clock, long seed) {
        this.clock = clock;
        basis = new Basis(clock, seed);
    }

    public Clock clock() {
        return clock;
    }

    public Basis basis() {
        return basis;
    }

    /** A project with a first commit. */
    public synchronized Project createProject(String path) {
        Project project = createEmptyProject(path);
        project.pushes().commit(project.defaultBranch(), List.of("Initial commit"), By.user("admin"));
        return project;
    }

    public synchronized Project createEmptyProject(String path) {
        if (!path.contains("/")) {
            throw new ImpossibleChangeException("A project is in a group: " + path);
        }
        if (find(path).isPresent()) {
            throw new ImpossibleChangeException("There is already a project " + path);
        }
        Project project = new Project(basis, basis.next(Numbered.PROJECT), path);
        projects.add(project);
        return project;
    }

    public synchronized void delete(Project project) {
        projects.remove(project);
    }

    /** All, by id. */
    public synchronized List<Project> projects() {
        return List.copyOf(projects);
    }

    public synchronized Optional<Project> find(String path) {
        return projects.stream().filter(one -> one.path().equalsIgnoreCase(path)).findFirst();
    }

    public synchronized Optional<Project> find(long id) {
        return projects.stream().filter(one -> one.id() == id).findFirst();
    }

    /** The project that had this path before. */
    public synchronized Optional<Project> moved(String path) {
        return projects.stream().filter(one -> one.wasAt(path)).reduce((first, second) -> second);
    }

    public Project get(String path) {
        return find(path).orElseThrow(() -> new UnknownThingException("There is no project " + path));
    }

    /** Runs something while nobody else reads or changes the world. */
    public synchronized <T> T alone(Supplier<T> work) {
        return work.get();
    }
}
