// Dossiers as draft files hold them: whole ones, to be changed by a test where it needs them otherwise.

const paper = (text) => [{ paper: text }];

/** A senior applicant who meets the standard route and lacks nothing but the pledge; all evidence is on paper. */
export function senior() {
  return {
    format: "zhicheng-dossier/1",
    book: "zhejiang-safety-2019",
    season: 2026,
    profile: {
      name: "阿依古丽·买买提",
      id_number: "33010619870228122X",
      sex: "female",
      birth_date: "1987-02-28",
      employer: "杭州某安全技术有限公司",
      employer_kind: "private",
      review_path: "city",
      in_post: true,
      civil_servant: false,
      under_penalty: false,
      misconduct_year: null,
      late_retirement_approved: false,
      target_level: "senior",
      category: "technical_service",
      front_line_years: 9,
      safety_management_years: 3,
      workplace_tier: "county",
    },
    degrees: [{ id: "d1", level: "master", mode: "full_time", date: "2012-06-30", evidence: paper("硕士学位证书原件") }],
    titles: [{ id: "t1", level: "engineer", how: "review", appointed: "2018-12-31", evidence: paper("工程师证书原件") }],
    certificates: [
      { id: "c1", kind: "registered_safety_engineer", date: "2019-03-01", valid_until: "2029-02-28", evidence: paper("注册证原件") },
    ],
    assessments: [2023, 2024, 2025].map((year) => ({ id: `y${year}`, year, result: "competent" })),
    training: [2022, 2023, 2024, 2025].map((year) => training(year)),
    achievements: [
      {
        id: "a1", kind: "project", title: "某化工园区安全评价", date: "2021-05-20", grade: "municipal", role: "lead",
        evidence: paper("合同和验收意见原件"),
      },
      {
        id: "a2", kind: "incident", title: "某县粉尘爆炸事故调查", date: "2022-11-08", severity: "ordinary", role: "key",
        evidence: paper("政府批复复印件"),
      },
      {
        id: "a3", kind: "award", title: "某市科技进步奖", date: "2023-11-10", grade: "municipal", class: 3, rank: 4, project_key: null,
        evidence: paper("获奖证书原件"),
      },
      {
        id: "a4", kind: "paper", title: "受限空间作业风险分级研究", date: "2022-09-01", tier: "core", authorship: "first_or_corresponding",
        evidence: paper("期刊原件"),
      },
    ],
    materials: { identity_card: paper("身份证原件") },
    complete: ["achievements", "assessments", "certificates", "degrees", "titles", "training"],
  };
}

/** A year of training that suffices exactly. */
function training(year) {
  return { id: `h${year}`, year, total_hours: 90, professional_hours: 60, public_hours: 18 };
}

/** A professorial applicant with a national award and nothing else to show; its evidence, record `a1`, is to be attached. */
export function professorial() {
  const dossier = senior();
  Object.assign(dossier.profile, {
    name: "欧阳建国",
    id_number: "33010619750316101X",
    sex: "male",
    birth_date: "1975-03-16",
    employer: "浙江省安全科学研究院",
    employer_kind: "public_institution",
    review_path: "provincial_unit",
    target_level: "professorial",
    category: "safety_science",
  });
  dossier.titles.push({ id: "t2", level: "senior_engineer", how: "review", appointed: "2023-12-30", evidence: paper("高级工程师证书原件") });
  dossier.training.unshift(training(2021));
  dossier.achievements = [
    { id: "a1", kind: "award", title: "国家科学技术进步奖", date: "2024-01-08", grade: "national", class: 2, rank: 3, project_key: null },
  ];
  return dossier;
}

/**
 * A senior applicant who falls short: three of five years as engineer (enough in 2028), and 80 of 90 hours of training in 2024
 * (out of sight from 2029 on). All else holds, so that the earliest year is 2029.
 */
export function tooEarly() {
  const dossier = senior();
  Object.assign(dossier.profile, { name: "王小明", id_number: "33010619900512301X", sex: "male", birth_date: "1990-05-12" });
  dossier.degrees[0] = { ...dossier.degrees[0], level: "bachelor" };
  dossier.titles[0] = { ...dossier.titles[0], appointed: "2023-06-30" };
  dossier.certificates = [];
  dossier.training.find(({ year }) => year === 2024).total_hours = 80;
  dossier.achievements.push({
    id: "a5", kind: "standard", title: "粉尘防爆安全管理规范", date: "2024-05-01", grade: "group", rank: 3, evidence: paper("标准文本"),
  });
  for (const achievement of dossier.achievements) achievement.date = "2024-05-01";
  return dossier;
}
